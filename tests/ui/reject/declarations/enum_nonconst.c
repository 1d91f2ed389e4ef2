int n;
enum { A = n }; //~ not-constant
int main(void) {
    return 0;
}
