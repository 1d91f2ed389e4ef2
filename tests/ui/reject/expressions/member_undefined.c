int f(struct nope *p) { //~ hidden-tag
    return p->x; //~ incomplete-type
}
int main(void) {
    return 0;
}
