int f(void *p) {
    *p; //~ void-dereference
    return 0;
}
int main(void) {
    return 0;
}
