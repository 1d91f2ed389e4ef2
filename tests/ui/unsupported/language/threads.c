static _Thread_local int n; //~ unsupported
int main(void) { return n; }
