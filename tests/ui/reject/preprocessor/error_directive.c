#error "this file is for somebody else" //~ error-directive
int main(void) { return 0; }
