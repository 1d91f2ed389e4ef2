// 6.7.2.1p8: a struct without named members
//@ options: -W all=error
struct s { //~ empty-struct
    int : 4;
};
int main(void) {
    struct s *p = 0;
    return p != 0;
}
