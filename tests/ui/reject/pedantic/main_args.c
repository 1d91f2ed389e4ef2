//@ options: --pedantic-errors
int main(int a) { //~ main-type
    return 0;
}
