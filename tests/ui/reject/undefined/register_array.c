// 6.3.2.1p3: an array with register storage has no first element to point to
//@ options: -W all=error
int main(void) {
    register int a[3] = {0};
    return sizeof a != 12 || a[1]; //~ register-address
}
