int g(void *p) {
    p[1]; //~ void-dereference
    return 0;
}
int main(void) {
    return 0;
}
