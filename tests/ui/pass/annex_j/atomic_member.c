// 6.5.2.3p5: a copy of an atomic struct has members; atomic members of a struct are none of an atomic one
//@ options: -W all=error
struct pair {
    int first;
    _Atomic int second;
};
int main(void) {
    _Atomic struct pair pair = {1, 2};
    struct pair copy = pair;
    copy.first = 3;
    copy.second = (int)sizeof pair.first;
    pair = copy;
    return copy.second - 4;
}
