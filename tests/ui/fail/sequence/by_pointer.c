struct node { struct node *next; };
static void swap(int *a, int *b) {
    *a ^= *b ^= *a ^= *b; //~ unsequenced
}
static int global;
int main(void) {
    int x = 1, y = 2, a[4] = {0}, i = 1, j = 1;
    int *p = &x, *q = &x;
    *p = 3 + (*q)++; //~ unsequenced
    x = x + (*p = 2); //~ unsequenced
    a[i] = a[j]++; //~ unsequenced
    struct node n, m, *at = &n, *to = &m;
    at->next = at = to; //~ unsequenced
    p = &global;
    *p = global++; //~ unsequenced
    swap(&x, &y);
    if (x + (y > 0 ? x++ : 0)) //~ unsequenced
        y = 0;
    return y;
}
