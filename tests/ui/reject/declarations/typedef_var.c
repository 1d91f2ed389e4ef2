typedef int t;
int t; //~ redeclaration
int main(void) {
    return 0;
}
