/// The name of every text of the interface; `EnglishTexts` and later tables give the words.
package enum TextKey: String, CaseIterable, Sendable {
  // Panels
  case panelInput
  case panelKernel
  case panelOutput
  case panelOverlaps
  case panelLesson
  case panelStudy

  // The stack of layers
  case keyStackUp, keyStackDown, keyStackCell, keyStackFirst, keyStackLast, keyStackMap, keyStackBack, keyStackForth
  case keyStackAdd, keyStackRemove, keyStackPresets, keyStackKernelUp, keyStackKernelDown
  case keyStackChannelsUp, keyStackChannelsDown, keyStackGrow, keyStackShrink
  case hintStackLayer, hintStackCell, hintStackMap, hintStackBack, hintStackAdd, hintStackKernel, hintStackPresets
  case menuStackLayers, menuStackPresets, stackArchitecture
  case stackAddConvolution, stackAddMaxPool, stackAddAveragePool, stackAddReLU, stackAddSigmoid, stackAddGlobal
  case stackAddFlatten, stackAddLinear
  case stackInputSides, stackLayerCount, stackIsArchitecture, stackMissingPart, stackInputMissingPart
  case stackLastLayer, stackInputStays
  case stackPartKernel, stackPartStride, stackPartPadding, stackPartDilation, stackPartChannels
  case stackLayer, stackShape, stackParameters, stackProducts, stackField, stackJump, stackTotal
  case stackSees, stackFeeds, stackMap, stackRows, stackScale
  case stackFormula, stackFormulaShort, stackFormulaDilated, stackFieldStays, stackFieldIs, stackSeesAll
  case stackFieldOfInput
  case stackLarger, stackNotUsed
  case stackCell, stackCellAll, stackCellShort, stackCellNothing, stackCellUntold, stackWays, stackWaysOne
  case stackOutside, stackOutsideAbove, stackOutsideBelow, stackOutsideLeft, stackOutsideRight
  case stackTraced, stackTracedShort, stackTracedCell, stackNotComputed, stackComputed
  case stackDense, stackDenseShort, stackDenseMore, stackFew, stackFewShort, stackSubstitute, stackSubstituteShort
  case stackSubstituteSquare, stackSubstituteChannels, stackSubstituteMany, stackJumpGrows
  case stackCellShortest, stackWaysShort, stackRowsOnly, stackColumnsOnly, stackScaleShort, stackCells, stackOneCell
  case hintStackList
  // Comparing and shifting
  case keyOutputView
  case keyShift
  case panelDifference
  case panelDifferenceShort
  case panelMinusShifted
  case panelMinusOther
  case panelShiftDifference
  case panelShiftDifferenceShort
  case panelShifted
  case comparedOther
  case verbConvolution
  case comparedCount
  case comparedNumbers
  case comparedBareNumbers
  case comparedUlps
  case comparedWithin
  case comparedBeyond
  case comparedNoCell
  case comparedPending
  case comparedEqual
  case comparedEqualShort
  case comparedSummary
  case comparedSummaryMiddle
  case comparedSummaryShort
  case comparedNaN
  case comparedOff
  case comparedRule
  case comparisonChanged
  case comparisonLost
  case noSuchComparison
  case compareFileItem
  case compareFileDetail
  case compareOffItem
  case compareFloat32Sums
  case compareAuto
  case compareReference
  case compareSameBits
  case compareFast
  case menuComparisons
  case shiftBegan
  case shiftHasNoCell
  case shiftEnded
  case shiftFillIs
  case shiftFillZeros
  case shiftFillWrap
  case shiftAll
  case shiftRim
  case shiftInside
  case shiftShort
  case shiftBroken
  case shiftPending
  case shiftName
  case legendBeyond
  case editShift
  case errorShift
  case errorNothingCompared
  case errorComparisonPending
  case errorNoDifference
  case problemDoesNotApply
  case problemShapes
  case problemStride
  case problemStrideShort
  case problemUnevenWindows
  case actionExpectsTolerance

  // Feature maps side by side
  case keyMaps
  case mapTitle
  case mapScaleShared
  case mapScaleOwn
  case mapScaleSigned
  case mapsShared
  case mapsOwn
  case mapsEnded
  case lookIsOfGrids
  case paddingModeWaits
  case doneInGrids
  case onlyOneMap
  case kernelsItem
  case editKernels
  case legendStackWays, legendStackShades, legendStackOutside, legendStackCell, legendStackMark

  // Keys: what help says
  case keyStepForward
  case keyStepBack
  case keyScrubForward
  case keyScrubBack
  case keyPlay
  case keyFaster
  case keySlower
  case keySubStepForward
  case keySubStepBack
  case keySubStepAll
  case keyReveal
  case keyVoice
  case keyView
  case keyColorMap
  case keyScaling
  case keyPredict
  case keyTransposedView
  case keySkip
  case keyMove
  case keyScroll
  case keyRowStart
  case keyRowEnd
  case keyFirst
  case keyLast
  case keyPageUp
  case keyPageDown
  case keyFocusNext
  case keyFocusPrevious
  case keyNextChannel
  case keyPreviousChannel
  case keyNextFilter
  case keyPreviousFilter
  case keyType
  case keyEditCell
  case keyUndo
  case keyRedo
  case keyHistory
  case keyKernels
  case keyInputs
  case keyStrideUp
  case keyStrideDown
  case keyPaddingUp
  case keyPaddingDown
  case keyPaddingMode
  case keyDilationUp
  case keyDilationDown
  case keyFlip
  case keyOperators
  case keyStudies
  case keyBias
  case keyFilterMore
  case keyFilterFewer
  case keyGroupsUp
  case keyGroupsDown
  case keyGrow
  case keyShrink
  case keyAnswer
  case keyHint
  case keyNextPage
  case keyPreviousPage
  case keyLessons
  case keySkipTask
  case keyFollowLink
  case keyToggleLesson
  case keyResetTask
  case keyCommandLine
  case keyHelp
  case keyQuit
  case keySuspend
  case keyRedraw
  case keyDismiss
  case keyTakeNumber
  case keyTakeAndFocusNext
  case keyTakeAndMove
  case keyRestore
  case keyBackspace
  case keyRunLine
  case keyCancel
  case keyChoose
  case keyYes

  // Keys: the words on the status line
  case hintStep
  case hintPlay
  case hintSubStep
  case hintVoice
  case hintFocus
  case hintEdit
  case hintUndo
  case hintKernels
  case hintAnswer
  case hintSkip
  case hintPredict
  case hintPredictEnd
  case hintTransposedView
  case hintGather
  case hintScatter
  case hintOverlap
  case hintHint
  case hintNextPage
  case hintReadOn
  case hintBeginLesson
  case hintLessons
  case hintHelp
  case hintQuit
  case hintTake
  case hintTakeAndMove
  case hintRestore
  case hintRunLine
  case hintCancel
  case hintChoose
  case hintYes

  // Messages
  case saved
  case workComputing
  case workOpening
  case workSaving
  case workRecovering
  case workPercent
  case workUnknown
  case workNone
  case workOutputCancelled
  case workTaskNeedsOutput
  case workOutputIsKnown
  case workOpenCancelled
  case workSaveCancelled
  case workRecoverCancelled
  case undone
  case redone
  case speedIs
  case confirmQuit
  case confirmResetTask
  case confirmResetAll
  case confirmResetLesson
  case progressReset
  case pasteIgnored
  case paddingIsZero
  case paddingIsCopy
  case noSuchVoice
  case voiceIs
  case voiceNeeds
  case voiceInHelp
  case voiceHasNoLine
  case voiceNumbers
  case voiceWords
  case voiceNumPy
  case voicePyTorch
  case voiceSwift
  case outputIsComputed
  case noTaskHere
  case revealIsForced
  case taskAsksNoAnswer
  case notANumber
  case onlyOneChannel
  case onlyOneFilter
  case onlyOneGroup
  case groupsAre
  case noBias
  case nothingToChoose
  case noKernelHere
  case signalModeIs
  case operatorConvolution
  case operatorTransposed
  case operatorMax
  case operatorMean
  case operatorSoftmax
  case operatorCopy
  case operatorFunction
  case noParameterHere
  /// {0} the operator.
  case noTransposedView
  /// {0} the key for the view.
  case hiddenByScatter
  case viewIsGather
  case viewIsScatter
  case viewIsOverlap
  case noSuchLesson
  case noLessonOpen
  case lastPage
  case taskSkipped
  case taskIsSolved
  case lessonLeft
  case lessonBuildsOn
  case noLinkHere
  case lessonLinks
  case lessonListTitle
  case lessonListFirst
  case lessonListMinutes
  case joinNumbers
  case progressExported
  case progressImported
  case noMoreHints
  case undoAtPageStart
  case taskSolved
  case lessonReloaded
  case lessonBegan
  case noSuchCommand
  case lineNeedsFile
  case sessionNeedsVerb
  case sessionSaved
  case sessionOpened
  case confirmOpenSession
  case sessionRefusedBefore
  case confirmRecover
  case recovered
  case recoveryDeclined
  case recoveryAside
  case recoveryFailed
  case editCell
  case editOperator
  case editResize
  case editPreset
  case editLoad
  case editReveal
  case editStudy, editStudyLeft
  case editFilters
  case editChannels
  case editBias
  case editRemove
  case editSeveral
  case editStart
  case editMore
  case historyPlace
  case historyStart
  case operandBias

  // What is wrong with an answer: {0} is what was typed, {1} the cell asked for
  case wrongAnswerWithoutWeights
  case wrongAnswer
  case wrongNotANumber
  case wrongCurrentCell
  case wrongSign
  case wrongForgotBias
  case wrongForgotPadding
  case wrongPaddedWithZeros
  case wrongIgnoredStride
  case wrongIgnoredDilation
  case wrongTurnedKernel
  case wrongUnturnedKernel
  case wrongTransposedKernel
  case wrongBelowCurrent
  case wrongCellLeft
  case wrongCellRight
  case wrongCellAbove
  case wrongCellBelow
  case wrongPreviousCell
  case wrongNextCell
  case wrongSwappedAxes
  case wrongWithoutWeights
  case wrongOnlyOneChannel
  case wrongMeanNotLargest
  case wrongLargestNotMean
  case wrongSmallestValue
  case wrongOnlyAdded
  case wrongCountedPadding
  case wrongUncountedPadding
  case wrongForgotLastTerm
  case wrongRoundedTooFar
  case wrongNoNextCell
  case wrongAlreadyShown
  case wrongRestMissing
  case wrongNoSuchCell, wrongNoSuchChoice, wrongMoreChoices, wrongNoSuchLine, wrongLine, wrongNumber, wrongUnit
  case wrongTooManyEdits

  // The predict mode
  case predictBegan
  case predictEnded
  case predictRight
  case predictShown
  case predictScore

  // Menus
  case menuKernels
  case menuInputs
  case menuOperators
  case menuStudies
  case studyNone, studyNoneDetail, studyDense, studyDenseDetail, studyStack, studyStackDetail
  case menuWindows
  case menuPaddingModes
  case menuLessons
  case menuHistory
  // Axes, as in "9 rows" and "a vertical stride"
  case axisRows
  case axisColumns
  case axisVertical
  case axisHorizontal

  // Why shapes and parameters were refused
  case errorStride
  case errorDilation
  case errorPadding
  case errorEmptyInput
  case errorEmptyKernel
  case errorExtent
  case errorKernelDoesNotFit
  case errorNearest
  case nearestAtMost
  case nearestAtLeast
  case nearestKernel
  case errorPaddingModeDoesNotFit
  case errorChannelMismatch
  case errorGroups
  case errorGroupedChannelMismatch
  case errorTransposedChannelMismatch
  case errorOutputPadding
  case errorNothingLeft
  case errorBiasMismatch
  case errorNegativeSide
  case errorShapeTooLarge
  case errorValueCount
  case errorMissingOperand
  case errorCoordinate
  case errorUnknownParameter
  case errorOutputTooLarge
  case errorParameterValue
  case errorConflict
  case errorMismatch
  case errorEmptyOperand
  case errorArrayAxes
  case legalRange
  case legalPositive
  case legalFinite
  case legalFrom
  case operandSecondInput
  case ruleEqual
  case ruleEqualButForAxis
  case ruleOnePerChannel
  case ruleOnePerFeature
  case ruleLastAxis
  case ruleOnePerPosition
  case ruleOnePerPicture

  // Why an action was refused
  case errorNoSuchCell
  case errorNoSuchChannel
  case errorNotSteppable
  case errorNoSuchFilter
  case errorFilterCount
  case errorGroupedFilterCount
  case errorChannelCount
  case errorGroupedChannelCount
  case errorTooManyWeights
  case errorNoFilters
  case errorKernelSize
  case errorUnknownPreset
  case errorUnknownPresetNear
  case errorSpeed
  case errorSize
  case errorNotPredicting
  case errorNothingAsked
  case errorPlayWhilePredicting
  case errorNothingToUndo
  case errorNothingToRedo
  case errorNoSuchEdit
  case errorActionWord
  case errorActionEnd
  case actionExpectsAction
  case actionExpectsDirection
  case actionExpectsGrid
  case actionExpectsOperand
  case actionExpectsFilter
  case actionExpectsChannel
  case actionExpectsRow
  case actionExpectsColumn
  case actionExpectsCount
  case actionExpectsSeed
  case actionExpectsSubStep
  case actionExpectsCellsPerSecond
  case actionExpectsTenths
  case actionExpectsPreset
  case actionExpectsRevealMode
  case actionExpectsStudy, actionExpectsMapSides, actionExpectsStackLayer
  case actionExpectsDenseRule, actionExpectsReach, actionExpectsSizeUpTo
  case actionExpectsParameter
  case actionExpectsValue
  case actionExpectsValueOf
  case actionExpectsShape
  case actionExpectsSize
  case actionExpectsNumber
  case actionExpectsNumbers
  case actionExpectsName
  case actionExpectsEdit
  case actionExpectsChecksum
  case actionExpectsPlaces
  case actionExpectsLine
  case actionExpectsNothingMore
  case listOr

  // Steps as plain sentences
  case plainOperator
  case plainConvolution
  case plainInput
  case plainKernel
  case plainKernelRow
  case plainKernelRowOfPlane
  case plainBias
  case plainParameters
  case plainOutput
  case plainCell
  case plainCellOfPlane
  case plainRow
  case plainRows
  case plainRowsApart
  case plainColumn
  case plainColumns
  case plainColumnsApart
  case plainFunction
  case plainNothing
  case plainNothingOfPlane
  case plainCellMade
  case plainCellMadeOfPlane
  case plainZeroGhostValue
  case plainGhostValue
  case plainTerm
  case plainZeroGhost
  case plainGhost
  case plainLargest
  case plainMean
  case plainBiasTerm
  case plainExponentials
  case plainScaled
  case plainSubtracted
  case plainDivided
  case plainRectified
  case plainLeaked
  case plainLogistic
  case plainTangent
  case plainShare
  case plainEnd
  case plainPredict
  case plainPlace
  case plainPlaceOfPlane
  case plainRight
  case plainShown
  case plainWrong
  case plainScore
  case plainChannelTerms

  // The command line
  case runUnknownOperator
  case runForeignOption
  case operatorNoOptions
  case manualOperator
  case runTooManyInputs
  case runSecondInput
  case runMissingOption
  case runStandardInputTwice
  case runNoDoubleForm
  case runAlgorithmNotHere
  case algorithmChosen
  case algorithmAsked
  case algorithmDouble
  case algorithmOnlyWay
  case algorithmLittleWork
  case algorithmScaledSums
  case algorithmSingleChannel
  case algorithmDepthwise
  case algorithmRankOne
  case algorithmLargeKernel
  case algorithmPointwise
  case algorithmWinograd
  case algorithmFarApart
  case algorithmWideRows
  case algorithmTransposed
  case algorithmGeneral
  case algorithmBeyondFast
  case runRefused
  case runOtherFormat
  case runNoOperator
  case runThreads
  case runAliases
  case tableEmpty
  case tablePart
  case networkLayer
  case networkKind
  case networkOutput
  case networkKernel
  case networkGroups
  case networkWeights
  case networkBiases
  case networkMACs
  case networkField
  case networkJump
  case networkStart
  case networkBytes
  case networkTitle
  case networkTotals
  case networkTotalMACs
  case networkTotalBytes
  case networkUnused
  case networkEmpty
  case networkNodeName
  case networkDuplicateName
  case networkUnknownSource
  case networkUnknownOutput
  case networkLayerRefuses
  case networkInputRefused
  case networkUncountable
  case networkMissingWeights
  case networkUnexpectedWeights
  case networkWeightAxes
  case networkFileFault
  case networkFileTooMany
  case networkFileKind
  case networkFileOption
  case networkFileSource
  case networkFileLaterSource
  case networkFileDuplicate
  case networkFileTooDeep
  case networkFileKeyNotText
  case layerAxes
  case layerTensor
  case layerInputCount
  case layerFewInputs
  case layerVectorInput
  case layerMissingParameter
  case layerOutputs
  case layerMissingTensor
  case quantityParameters
  case quantityMACs
  case quantityBytes
  case modelUnknown
  case modelListLine
  case modelInputAxes
  case expectedShape
  case errorStandardOutput
  case errorSeeHelp
  case errorTwiceStandardInput
  case errorAnswersFromStandardInput
  case errorAnswers
  case errorFileAndPreset
  case errorColorWithoutFile
  case errorAllAndPart
  case errorInternal
  case errorOptionValue
  case expectedAxes
  case expectedSides
  case expectedModes
  case expectedFlag
  case expectedInteger
  case expectedNumber
  case expectedNumbers
  case expectedEnds
  case expectedMode
  case expectedSignalMode
  case expectedCount
  case expectedCell

  // Files and formats
  case fileNotFound
  case fileIsFolder
  case fileNotRegular
  case filePermission
  case fileNotReadable
  case fileNotWritable
  case progressNotSaved
  case tooManyBytes
  case tooManyValues
  case valuesUncountable
  case headerTooLong
  case sideTooLong
  case formatUnknown
  case formatOther
  case formatNot
  case formatTruncated
  case formatEnds
  case formatMalformed
  case formatUnsupported
  case formatNotWritten
  case placeLineColumn
  case placeLine
  case faultHeader
  case faultNotANumber
  case faultOutsideRange
  case faultCellTooLong
  case faultUnevenRow
  case faultSample
  case faultEmpty
  case faultTrailing
  case featureObjects
  case featureStructures
  case featureElementType
  case featureVersion
  case featureAxes
  case featurePrintingColours
  case featureArbitraryMap
  case featureColors
  case featurePlanes
  case mappingRounded
  case mappingScaled
  case mappingScaledNonFinite

  // Terminals
  case terminalOutput
  case terminalInput
  case terminalTypeMissing
  case terminalTypeUnknown
  case terminalTooSimple
  case terminalAlreadyOpen
  case terminalRefused

  // Lessons on the command line
  case lessonsNoFolder
  case lessonsNoneNamed
  case lessonsLine
  case lessonsCurrent
  case errorSlug
  case errorLessonExists
  case lessonCreated

  // What is wrong with a lesson file
  case lessonProblem
  case lessonTooLarge
  case lessonNotUTF8
  case lessonNoFrontMatter
  case lessonTooDeep
  case lessonLongParagraph
  case lessonBadYAML
  case lessonAlias
  case lessonUnknownField
  case lessonMissingField
  case lessonUnusedField
  case lessonWrongKind
  case lessonBadValue
  case lessonBadAction
  case lessonSetupRefused
  case lessonBadCheck
  case lessonUnknownPreset
  case lessonBadRows
  case lessonTooFewHints
  case lessonDuplicateTask
  case lessonDuplicateLesson
  case lessonDuplicateNumber
  case lessonSecondBlock
  case lessonNestedBlock
  case lessonTextAfterTask
  case lessonNoPages
  case lessonOriginalOnly
  case lessonUnknownOriginal
  case lessonPageCount
  case lessonTaskNotInOriginal
  case lessonTaskNotTranslated
  case lessonTaskOnOtherPage
  case lessonHintCount
  case lessonOtherWords
  case lessonStale
  case fieldText
  case fieldNumber
  case fieldWholeNumber
  case fieldList
  case fieldMapping
  case fieldCell
  case fieldSize
  case fieldRows
  case fieldActions

  // What a check finds wrong with a lesson
  case lessonFindingPage
  case lessonFindingTask
  case lessonFindingWhole
  case findingSetupRefused
  case findingSolvedAtStart
  case findingSolutionRefused
  case findingSolutionFails
  case findingSolutionWrong
  case findingAnswerMismatch
  case findingReasonIsRight
  case findingTooFewHints
  case findingEmptyHint
  case findingEmptyPrompt
  case findingNoPresets
  case lessonsInOrder
  case findingUnknownPrerequisite
  case findingLatePrerequisite
  case findingPrerequisiteCycle
  case findingBrokenLink
  case findingWide
  case findingLongPage
  case coverageCells
  case coverageNoItem
  case coverageItemTwice
  case coverageNoLesson
  case coverageNoTask
  case coverageManner
  case lessonsTranslated
  case placeColon

  // Keeping files
  case storageNotFound
  case storageIsFolder
  case storageExists
  case storageNotRegular
  case storageNotFolder
  case storagePermission
  case storageNoSpace
  case storageReadOnly
  case storageTooLarge
  case storageLinkLoop
  case storageLocked
  case storageNoHome
  case sessionRefused
  case sessionNotSaved
  case sessionNone
  case sessionNewer
  case sessionNotText
  case sessionTruncated
  case sessionFileMissing
  case sessionFileUnreadable
  case sessionFileChanged
  case sessionCancelled
  case sessionTooLarge
  case sessionTooMuchWork
  case sessionNotOverwritten
  case errorSessionAndGrids
  case storageBadIdentifier
  case storageIO
  case progressVersion
  case progressNotUTF8
  case progressTooLarge
  case progressBadLine
  case progressCut
  case importNoProgress
  case importTooLarge
  case importBadLine
  case importCut
  case refusalName
  case refusalNotRegular
  case refusalOutside
  case refusalTooLarge
  case refusalTooMany
  case errorStandardInputTaken
  // What --help says
  case manualNoColor
  case manualASCII
  case manualLessonsFolder
  case manualInputFile
  case manualKernel
  case manualColor
  case manualFilters
  case manualInputPreset
  case manualPaddingMode
  case manualDilation
  case manualFlip
  case manualProgram
  case manualUsage
  case manualProgramMore
  case manualExplore
  case manualExploreMore
  case manualOutput
  case manualSession
  case manualLesson
  case manualLessonMore
  case manualLessonID
  case manualLessons
  case manualCheck
  case manualCheckMore
  case manualNew
  case manualNewMore
  case manualSlug
  case manualProgressExport
  case manualProgressImport
  case manualProgressImportMore
  case manualProgressFile
  case manualStep
  case manualStepMore
  case manualPlain
  case manualPredict
  case manualAll
  case manualFrom
  case manualCount
  case manualRun
  case manualRunMore
  case manualRunOperator
  case manualRunInput
  case manualRunWeight
  case manualRunBias
  case manualRunRunningMean
  case manualRunRunningVar
  case manualRunQuery
  case manualRunKey
  case manualRunValue
  case manualRunTheta
  case manualRunKernelSize
  case manualRunStride
  case manualRunPadding
  case manualRunGroups
  case manualRunOutputPadding
  case manualRunMode
  case manualRunSampleStep
  case manualRunCeilMode
  case manualRunCountIncludePad
  case manualRunOutputSize
  case manualRunStartDim
  case manualRunEndDim
  case manualRunNegativeSlope
  case manualRunAxis
  case manualRunEps
  case manualRunP
  case manualRunSeed
  case manualRunTrain
  case manualRunScale
  case manualRunAlignCorners
  case manualRunOutput
  case manualRunDtype
  case manualRunThreads
  case manualRunAlgorithm
  case manualRunExplain
  case manualRunList
  case manualValueFlag
  case manualModel
  case manualModelList
  case manualModelSummary
  case manualModelSummaryMore
  case manualModelName
  case manualModelInputShape
  case manualModelJSON
  case manualModelRun
  case manualModelRunMore
  case manualModelInput
  case manualModelWeights
  case manualValueShape
  case manualValueFolder
  case manualValueNameOrFile
  case manualValueName
  case manualValueAxes
  case manualValueSides
  case manualValueModes
  case manualValueFile
  case manualValueCell
  case manualValueNumber

  // How the size of the output comes about
  case sizeBoth
  case sizeAxes
  case sizeFormula
  case sizeFormulaShort
  case sizeDropped
  case sizeRow
  case sizeRows
  case sizeColumn
  case sizeColumns

  // A step in words
  case wordsScaled
  case wordsNoValue
  case wordsLargest
  case wordsLargestAt
  case wordsMean
  case wordsShare
  case wordsCopied
  case wordsBecomes
  case wordsLargestSoFar
  case wordsMeanSoFar
  case wordsPowersSoFar
  case wordsValuesSoFar
  case wordsWindow
  case wordsShort
  case wordsNarrow
  case wordsApart
  case wordsProducts
  case wordsProductsTurned
  case wordsProductsOfChannels
  case wordsProductsOfChannelsTurned
  case wordsWithBias
  case wordsPadding
  case wordsPaddingOnly
  case wordsZeros
  case wordsMirrored
  case wordsRepeated
  case wordsWrapped
  case wordsNoProduct
  case wordsCounted
  case wordsProduct
  case wordsProductValue
  case wordsProductNarrow
  case wordsFactors
  case wordsInput
  case wordsZeroPadding
  case wordsCopiedPadding

  // What stands on the screen
  case programName
  case screenTooSmall
  case headerCrossCorrelation
  case headerConvolution
  case headerFlip
  case headerNoFlip
  case headerStride
  case headerPadding
  case headerNoPadding
  case headerDilation
  case headerGroups
  case headerDepthwise
  case headerGather
  case headerScatter
  case headerOverlap
  case headerLive
  case headerStepping
  case headerPredict
  case headerPredictScore
  case headerPredictShort
  case headerPlaying
  case headerPaused
  case titleChannel
  case titleFilter
  case titleNamedChannel
  case titleColors
  case channelRed
  case channelGreen
  case channelBlue
  case titleEdited
  case titlePadding
  case titlePaddingOnly
  case titleRange
  case titleColumns
  case panelProducts
  case productsSum
  case productsSumSoFar
  case panelWindow
  case panelFunction
  case cardMax
  case cardMean
  case cardStride
  case cardLeak
  case cardLeakElse
  case cardOverRow
  case cardOverColumn
  case cardOverChannels
  case cardOverBatch
  case cardCopy
  case productsAsked
  case kernelUnnamed
  case kernelSum
  case kernelMagnitude
  case kernelIsTurned
  /// Between a kernel and the same turned.
  case kernelTurn
  case kernelIsTurnedShort
  case stripChannels
  case stripKernels
  case stripKernelsShort
  case stripMaps
  case stripScale
  case stripPart
  case outputProgress
  case sumOutput
  case sumOutputOfFilter
  case sumChannel
  case sumChannelShort
  case sumBias
  case sumSoFar
  case sumCount
  case sumOmitted
  case sumQuestion
  case sumPlace
  case sumPlaceInRow
  case sumRunning
  case maxRunning
  case meanRunning
  case powersRunning
  case sumPlaceCell
  case sumPlaceOfSignal
  case sumOverlap
  case spreadPlace
  case spreadNowhere
  /// As `spreadPlace` for a narrow line.
  case spreadPlaceShort
  /// {0} the input cell, {1} its value; products follow.
  case spreadHead
  /// {0} a product, {1} the output cell that it is added to.
  case spreadProduct
  case spreadAdded
  /// What stands first where an output cell lies in the output padding.
  case outputPaddingPlace
  case sumOverlapOne
  case outputPadded
  case sumIntegral
  case oddPaddingBottom
  case oddPaddingRight
  case oddPaddingLeft
  case oddPaddingBoth
  case sumNoPlace
  case sumOfNothing
  case sumSoFarValues
  /// As `sumSoFar` for a narrow line.
  case sumSoFarShort
  /// {0} how many channels are summed.
  case sumOfChannels
  case sumByChannel
  case sumRunningByChannel
  case ghostZeros
  case ghostMinusInfinity
  case ghostRow
  case ghostColumn
  case ghostCell
  case ghostReflects
  case ghostRepeats
  case ghostWraps
  case statusGhostRow
  case statusGhostColumn
  case linksFeed
  case linksFeedOne
  case linksFeedNone
  case linksTouch
  case linksTouchPadding
  case inputUnreached
  case inputUnreachedShort
  case statusInput
  case statusInputOfChannel
  case statusKernel
  case statusWeight
  case weightTorch
  case weightArticle
  case promptCommand
  case promptAnswer
  case promptChoice, promptLine, promptNumber
  case promptBias
  case helpTitle
  case helpKeys
  case helpSigns
  case helpSize
  case helpSizeRule
  case helpCode
  case legendWindow
  case legendProduct
  case legendGhost
  case legendUnknown
  case legendOdd
  case legendOutputPadding
  case legendLinked
  case legendChanged
  case legendOrder
  case overviewInput
  case overviewKernel
  case overviewOutput
  case overviewRows
  case titleRangeOf
  case headerView
  case headerShades
  case legendSigns
  case legendOutside
  case legendCursor
  case viewNumbers
  case viewHeat
  case viewBlocks
  case mapCividis
  case mapGrey
  case mapDiverging
  case scalingLocal
  case scalingGlobal
  case scalingFixed
  case scalingClamped
  case viewIs
  case viewIsShades
  case mapIs
  case mapIsHidden
  case scalingIsLocal
  case scalingIsGlobal
  case scalingIsFixed
  case scalingIsClamped
  case scalingIsClampedTo
  case scalingIsHidden
  case noSuchView
  case noSuchMap
  case scalingNeedsEnds
  case hintView
  case lessonTitle
  case lessonPage
  case lessonMore
  case lessonWaiting
  case lessonTask
  case lessonLinkTarget
  case lessonSkipped
  case lessonHint
  case lessonSolved

  // The manual page, completions
  case pageName, pageSummary, pageSynopsis, pageDescription, pageAbout, pageCommands
  case pageKeys, pageKeysAbout, pageTyping, pagePrompt, pageLists
  case pageFiles, pageFilesList, pageEnvironment, pageEnvironmentList, pageExit, pageExitList
  case manualCompletions, manualCompletionsMore, manualShell, errorUnknownShell
  case manualManual, manualManualMore

  case manualNoMouse

  // Lines of the prompt, palette, marks, counts
  case lineKernel, lineInput, lineOperator, lineStride, linePadding, linePaddingMode, lineDilation, lineGroups, lineFlip
  case lineResizeInput, lineResizeKernel, lineFilters, lineChannels, lineJump, lineSpeed, lineVoice, linePredict
  case lineStudy, lineOpen, lineOpenColor, lineOpenKernel, lineSave, lineSessionSave, lineSessionOpen, lineHistory
  case lineKernels, lineCompare, lineTolerance, lineNextDifference, lineShiftFill
  case lineMode, lineDt, lineGather, lineScatter, lineOverlap
  case lineRecompute, lineCancel
  case lineLesson, lineResetProgress, lineQuitWithoutAsking
  case lineResetLesson
  case lineProgressExport
  case lineProgressImport
  case progressNeedsVerb
  case keySearch, keyNextMatch, keyPreviousMatch, promptSearch, searchFoundNothing, searchPlace, hintNextMatch
  case keyPalette, keyComplete, keyCompleteBack, keyMarkSet, keyMarkGo, keyMarkLetter
  case noCompletion, paletteTitle, paletteNothing
  case markSet, markNeedsLetter, noSuchMark, markIsGone, countIs, countIsOnly, noCellAfter, noCellBefore
  case keyDoesNothing, keyNeedsGrids, keyNeedsOtherPanel, onlyThisPanel

  // Settings
  case settingProblem, settingMore, settingUnknown, settingValue, settingPlace, settingKey, settingReserved
  case settingNotUTF8, manualTheme, manualDump, manualDumpSize, manualValueSize
  case errorUnknownTheme, errorDumpSize, errorDumpSizeAlone, helpOwnKeys, ownKeyNothing, ownKeyAs

  // Several cells at once
  case keyExtend, keySelect, keyCopy, keyPaste, keyClear
  case selectionIs, copied, pasted, nothingToCopy, tooMuchToCopy, nothingToPaste
  case pasteDoesNotFit, pasteEmpty, pasteNotANumber, pasteUneven, pasteAbridged, blockTooLarge
  case editBlock

  // What doctor says
  case manualDoctor, manualDoctorMore
  case doctorFine, doctorNote, doctorProblem, doctorAllFine, doctorProblems
  case doctorProgram, doctorProgramIs
  case doctorType, doctorTypeIs, doctorNoEntry, doctorTooSimple, doctorTypeAdvice
  case doctorColors, doctorColorsAre, doctorNoColors, doctorColorsOff, doctorColorsAdvice
  case doctorOutput, doctorIsTerminal, doctorIsNoTerminal, doctorOutputAdvice
  case doctorSize, doctorSizeIs, doctorSizeAdvice
  case doctorLocale, doctorUTF8, doctorNotUTF8, doctorLocaleAdvice
  case doctorState, doctorConfig, doctorFolderIs, doctorFolderWillBe, doctorFolderRefused, doctorFolderAdvice
  case doctorLessons, doctorLessonsAre, doctorNoLessons, doctorLessonsAdvice, doctorLessonsBroken
  case doctorLessonsBrokenAdvice
  case doctorEscape, doctorEscapeIs, doctorEscapeAdvice

  // A study on the command line
  case manualStudy, manualValueStudy, errorStudyAndOutput, errorOptionIs

  // The dense layer: keys, what is said on the screen
  case keyTies, keyReachLess, keyReachFurther, keySlice, keyMatrix, keyDenseBias, keyRenew
  case hintTies, hintReachLess, hintReachFurther, hintSlice, hintSliceBack, hintMatrix, hintMatrixBack
  case denseReachIsWhole, denseReachIsLeast, denseSizeLimit
  case denseTitle, denseTranslation, denseLocality
  case denseInputTitle, denseHiddenTitle, denseKernelTitle, denseHiddenSliceTitle, denseInputSliceTitle
  case denseMatrixTitle
  case denseEdges, denseWeights, denseBiases, denseParameters
  case denseRowDense, denseRowTied, denseRowLocal, denseRowConvolution
  case denseCountsLine
  case denseFoot, denseFootShort
  case denseSumOwn, denseSumTied
  case denseSumTooLong
  case denseFeeds, denseFeedsCell
  case denseSayOwn, denseSayBlind
  case denseSayTied, denseSaySlides, denseSayOffsets
  case denseSayCut, denseSayPlace, denseSayRims
  case denseSayOutside, denseSayTurned
  case denseSayEqual, denseSayTooLarge, denseSayDiffers
  case denseSayShift
  case denseSayMatrix, denseSayMatrixTied, denseSayMatrixCut, denseSayMatrixBand

  // Exports
  case exportPart
  case exportPartOfSteps
  case exportNeedsTarget
  case exportUnknownEnding
  case exportStandardOutput
  case exportGridsNeedFolder
  case exportMissingLibrary
  case exportLibraryRefused
  case exportTooManyNumbers
  case exportNoCode
  case exportHeading
  case exportNotStarted
  case exportStudyStill
  case exportComparisonStill
  case lineExport, lineExportNumPy, lineExportPyTorch, lineExportSwift
  case exporting
  case exported
  case expectedNumberBetween
  case expectedTerminal
  case manualExport
  case manualExportMore
  case manualExportTo
  case manualExportFormat
  case manualExportSession
  case manualExportCell
  case manualExportWidth
  case manualExportSpeed
  case manualExportSteps
  case manualExportTerminal
  case manualExportView
  case manualExportMap
  case manualValueTerminal

  // Languages, and what joins pieces of text
  case languageName
  case languageNotShown
  case languageUnknown
  case languageLessons
  case languageLessonsPartly
  case manualLanguage
  case manualValueLanguage
  case doctorLanguage
  case doctorLanguageIs
  case doctorLanguageNotShown
  case joinItems
  case joinClauses
  case joinWords
  case labelEnd
  case sentenceEnd

  // Labs inside lessons
  case golfParameters
  case golfLayers
  case golfProducts
  case golfPar
  case golfBest
  case golfNotYet
  case golfAtPar
  case golfBelowPar
  case golfBetter
  case golfBetterAtPar
  case golfBetterBelowPar
  case wrongOtherInput
  case findingGolfNoStack
  case findingGolfTooLarge
  case findingGolfHuge
  case findingGolfParTooHigh
  case findingGolfParTooLow
  case findingGolfUnreachable
  case findingGolfSolutionBeatsPar
  case probesMade
  case probesOf
  case kernelIsHidden
  case hiddenSum
  case hiddenKernelRefuses
  case promptKernel
  case wrongNotAGrid
  case wrongTooManyProbes
  case wrongKernelSize
  case wrongKernelTurned
  case wrongKernelTransposed
  case wrongKernelNegated
  case wrongKernelTurnedAndNegated
  case wrongKernelWeight
  case wrongKernelWeights
  case lineTarget
  case lineTargetOff
  case lineFit
  case targetName
  case targetDetail
  case targetCell
  case targetBegan
  case targetRemoved
  case editTarget
  case editTargetCell
  case editFit
  case errorTargetTooLarge
  case problemTargetShape
  case fitNoTarget
  case fitNoKernel
  case fitTooManyUnknowns
  case fitTooManyEquations
  case fitNotFinite
  case fitExact
  case fitExactFree
  case fitResidual
  case fitConflict
}
