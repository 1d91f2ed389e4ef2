// 5.1.2.2.1p1: main has no parameters, or int and char **
//@ options: -W all=error
int main(int argc) { //~ main-type
    return argc - 1;
}
