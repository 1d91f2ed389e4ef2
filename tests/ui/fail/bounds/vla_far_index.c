int main(int argc, char **argv) { (void)argv;
    int a[600 + argc];
    a[1000] = 1; //~ out-of-bounds
    return 0; }
