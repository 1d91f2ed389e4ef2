int *p = {1, 2, 3}; //~ excess-initializers //~ int-to-pointer
int main(void) {
    return 0;
}
