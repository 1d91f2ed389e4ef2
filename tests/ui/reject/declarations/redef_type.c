int x;
double x; //~ conflicting-types
int main(void) {
    return 0;
}
