//@ native: no, what the shell gets from such a main is left to chance
float main(void) { //~ main-type
    return 0;
}
