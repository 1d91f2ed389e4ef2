struct pair { int a, b; };
int main(void) {
    struct pair p, q;
    p.a = 1;
    q = p;
    return q.a + q.b; //~ uninitialized-read
}
