// 6.9.2p3: what belongs to one file has a complete type
//@ options: -W all=error
static int a[]; //~ tentative-array
static struct s x; //~ incomplete-type
struct s {
    int member;
};
int main(void) {
    return a[0] + x.member;
}
