void x; //~ void-variable
int main(void) {
    return 0;
}
