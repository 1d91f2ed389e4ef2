// 6.5.2.3p5: an atomic struct is read and written as a whole
//@ options: -W all=error
struct pair {
    int first, second;
};
int main(void) {
    _Atomic struct pair pair = {1, 2};
    _Atomic struct pair *p = &pair;
    pair.first = 3; //~ atomic-member
    return p->second - 2; //~ atomic-member
}
