// 5.1.2.2.1p1: main returns int
//@ options: -W all=error
float main(void) { //~ main-type
    return 0;
}
