typedef int t;
typedef double t; //~ conflicting-types
int main(void) {
    return 0;
}
