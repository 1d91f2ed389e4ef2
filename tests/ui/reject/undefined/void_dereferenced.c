// 6.5.3.2p4: what a void pointer points to
//@ options: -W all=error
int main(void) {
    int x = 0;
    void *p = &x;
    *p; //~ void-dereference
    return x;
}
