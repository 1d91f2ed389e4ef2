enum { A = 1.5 }; //~ not-an-integer
int main(void) {
    return 0;
}
