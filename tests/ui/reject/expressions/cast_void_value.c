void v(void) {
}
int main(void) {
    return (int)v(); //~ void-value
}
