/* SoftHSM never locks a PIN. This module is SoftHSM, but for what it says of its tokens' PINs: the flags in CARD_FLAGS, and no
   lengths. */
#include <dlfcn.h>
#include <stdlib.h>

typedef unsigned long Number;
/* CK_FUNCTION_LIST: a version, and then the functions in the standard's order, of which C_GetTokenInfo is the seventh. */
typedef struct {
    unsigned char version[2];
    void *functions[68];
} List;

enum { GET_TOKEN_INFO = 6, OFFSET_OF_FLAGS = 96, OFFSET_OF_LONGEST = 136, OFFSET_OF_SHORTEST = 144, GENERAL_ERROR = 5 };

static List *softhsm;
static List worn;

static Number token_info(Number slot, unsigned char *info) {
    Number refused = ((Number (*)(Number, unsigned char *))softhsm->functions[GET_TOKEN_INFO])(slot, info);
    if (!refused) {
        *(Number *)(info + OFFSET_OF_FLAGS) |= strtoul(getenv("CARD_FLAGS"), 0, 16);
        *(Number *)(info + OFFSET_OF_LONGEST) = *(Number *)(info + OFFSET_OF_SHORTEST) = 0;
    }
    return refused;
}

Number C_GetFunctionList(List **list) {
    void *module = dlopen(getenv("CARD_MODULE"), RTLD_NOW);
    void *functions = module ? dlsym(module, "C_GetFunctionList") : 0;
    if (!functions || ((Number (*)(List **))functions)(&softhsm)) {
        return GENERAL_ERROR;
    }
    worn = *softhsm;
    worn.functions[GET_TOKEN_INFO] = (void *)token_info;
    *list = &worn;
    return 0;
}
