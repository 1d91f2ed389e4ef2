char *p = {'a', 'b'}; //~ excess-initializers //~ int-to-pointer
int main(void) {
    return 0;
}
