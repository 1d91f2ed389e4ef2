// 6.3.2.3p6: a pointer that an integer type cannot hold
//@ options: -W all=error
int main(void) {
    int x = 0;
    char c = (char)&x; //~ pointer-to-int-size
    return c == x;
}
