#if 1 //~ unterminated-conditional
int main(void) { return 0; }
