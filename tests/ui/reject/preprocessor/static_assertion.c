_Static_assert(sizeof(int) == 8, "int is small"); //~ static-assertion
int main(void) { return 0; }
