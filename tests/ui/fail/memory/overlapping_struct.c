struct s { int a[4]; };
union u {
    struct s s;
    struct { int pad; struct s t; } v;
};
int main(void) {
    union u u = {{{1, 2, 3, 4}}};
    u.s = u.s;
    u.v.t = u.s; //~ overlapping-copy
    return 0;
}
