int main(int argc, char **argv) {
    (void)argv;
    switch (argc) {
        case 1: return 1;
        case 1: return 2; //~ duplicate-case
    }
    return 0;
}
