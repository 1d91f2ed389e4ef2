int f(int);
double f(int); //~ conflicting-types
int main(void) { return 0; }
