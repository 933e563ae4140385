int convoscope_placeholder(void);
