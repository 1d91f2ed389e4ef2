int main(int argc, char **argv) {
    (void)argv;
    int n = 1;
    switch (argc) {
        case n: return 1; //~ not-constant
    }
    return 0;
}
