int main(void) {
    char a[] = "one", *p = a;
    return !(a == a && p == a && a[0] == p[0]);
}
