struct list { int v; struct list next; }; //~ incomplete-type
int main(void) { return 0; }
