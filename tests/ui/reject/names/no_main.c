int start(void) { return 0; } //~ no-main
