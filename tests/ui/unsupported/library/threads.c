#include <pthread.h> //~ unsupported
int main(void) { return 0; }
