// 6.7.6.2p1: an array has at least one element
//@ options: -W all=error
int main(void) {
    int a[0]; //~ zero-length-array
    return sizeof a != 0;
}
