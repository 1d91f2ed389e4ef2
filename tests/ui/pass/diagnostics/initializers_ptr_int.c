int *p = 3; //~ int-to-pointer
int main(void) {
    return 0;
}
