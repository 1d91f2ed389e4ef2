enum { A };
int A; //~ redeclaration
int main(void) {
    return 0;
}
