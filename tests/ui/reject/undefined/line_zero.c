// 6.10.4p3: a line number is not 0
//@ options: -W all=error
#line 0 //~ bad-line-directive
int main(void) {
    return 0;
}
