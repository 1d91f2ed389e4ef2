enum { A };
int main(void) {
    A--; //~ not-an-lvalue
    return 0;
}
