int f(void *p) {
    int x = *p; //~ void-dereference //~ void-value
    return 0;
}
int main(void) {
    return 0;
}
