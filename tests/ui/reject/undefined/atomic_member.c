// 6.5.2.3p5: a member of an atomic struct or union is accessed
//@ options: -W all=error
_Atomic struct pair {
    int first, second;
} pair;
int main(void) {
    struct pair copy = pair;
    return copy.first + pair.second; //~ atomic-member
}
