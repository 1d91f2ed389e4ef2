// 6.7.4p7: an inline function is defined in the same file
//@ options: -W all=error
inline int f(void); //~ inline-undefined
inline int g(void) {
    return 0;
}
int main(void) {
    return g(); //~ inline-undefined
}
