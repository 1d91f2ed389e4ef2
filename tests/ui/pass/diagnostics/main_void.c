//@ native: no, what the shell gets from such a main is left to chance
void main(void) { //~ main-type
}
