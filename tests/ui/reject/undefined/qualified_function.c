// 6.7.3p9: qualifiers of a function type
//@ options: -W all=error
typedef int F(void);
const F f; //~ qualified-function
int f(void) {
    return 0;
}
int main(void) {
    return f();
}
