// 6.7.5p7: declarations in blocks ask for the same alignment, too
//@ options: -W all=error
_Alignas(16) int aligned = 1;

int main(void)
{
    extern _Alignas(8) int aligned; //~ alignment-conflict
    return aligned - 1;
}
