//@ options: --pedantic-errors
#line 0 //~ bad-line-directive
int main(void) {
    return 0;
}
