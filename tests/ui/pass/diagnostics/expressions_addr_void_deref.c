int f(void *p) {
    void *q = &*p; //~ void-dereference
    return 0;
}
int main(void) {
    return 0;
}
