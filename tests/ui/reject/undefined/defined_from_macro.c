// 6.10.1p4: 'defined' that a macro makes
//@ options: -W all=error
#define HAVE defined(OTHER)
#if HAVE //~ bad-condition
#endif
int main(void) {
    return 0;
}
