enum { A, A }; //~ redefinition
int main(void) {
    return 0;
}
